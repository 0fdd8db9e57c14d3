#!/usr/bin/env bash
cd "$(dirname "${BASH_SOURCE[0]}")" && dotnet tool restore >&2 || exit 1
exec dotnet cake build.cake --target="${1:-build}" "${@:2}"
