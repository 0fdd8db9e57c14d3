$ErrorActionPreference = "Stop"; Set-Location $PSScriptRoot; $target = if ($args) { $args[0] } else { "build" }
dotnet tool restore | Out-Null; if ($LASTEXITCODE) { exit $LASTEXITCODE }
dotnet cake build.cake --target=$target @($args | Select-Object -Skip 1); exit $LASTEXITCODE
