#!/bin/sh
# Puts what the browser tests need into target/browser, unless it is there: a Chromium, fonts for it, axe-core.
#   CHROMIUM  an own Chromium or Chrome to use, where the one of npm does not run (it is for Linux on x86-64)
set -eu

fail() {
  echo "bykz: $1" >&2
  exit 1
}

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
cd "$here/../../.."
browser=$PWD/target/browser
if cmp -s "$here/package-lock.json" "$browser/installed"; then exit; fi
command -v npm >/dev/null && command -v node >/dev/null \
  || fail "There is no npm on the PATH; install Node.js from 20 for the browser tests, or skip them with -DskipITs."

rm -rf "$browser"
mkdir -p "$browser/fonts"
cp "$here/package.json" "$here/package-lock.json" "$browser"
cd "$browser"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error \
  || fail "npm could not install what $here/package-lock.json lists, as shown above."

unpack() {
  node -e 'process.stdin.pipe(zlib.createBrotliDecompress()).pipe(process.stdout)' <"node_modules/@sparticuz/chromium/bin/$1"
}

if [ -n "${CHROMIUM:-}" ]; then
  ln -s "$CHROMIUM" chromium
else
  unpack chromium.br >chromium
  chmod +x chromium
  unpack al2023.tar.br | tar -x --no-same-owner
fi
unpack fonts.tar.br | tar -x --no-same-owner -C fonts
cp node_modules/dejavu-fonts-ttf/ttf/*.ttf fonts
cat >fonts.conf <<EOF
<?xml version="1.0"?>
<fontconfig>
  <dir>$browser/fonts</dir>
  <cachedir>$browser/font-cache</cachedir>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family><family>DejaVu Sans</family></prefer></alias>
  <alias><family>serif</family><prefer><family>DejaVu Serif</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
</fontconfig>
EOF
cp "$here/package-lock.json" installed
