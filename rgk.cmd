@echo off
rem Starts rgk; builds it first when a source is newer than the program. No labels here: they need other line ends than the rest.
setlocal
set "ROOT=%~dp0"
set "PROGRAM=%ROOT%artifacts\rgk\rgk.exe"
set "STAMP=%ROOT%artifacts\rgk-built"
set "LOG=%ROOT%artifacts\rgk-build.log"
set "IS_FRESH=$built = Get-Item -LiteralPath $env:STAMP -ErrorAction SilentlyContinue; if (-not $built -or -not (Test-Path -LiteralPath $env:PROGRAM)) { exit 1 }"
set "IS_FRESH=%IS_FRESH%; $sources = @(Get-ChildItem -Recurse -LiteralPath ($env:ROOT + 'src'), ($env:ROOT + 'data\catalogue'), ($env:ROOT + 'data\synthetic'))"
set "IS_FRESH=%IS_FRESH% + @(Get-ChildItem -LiteralPath $env:ROOT -File | Where-Object { $_.Name -in 'VERSION' -or $_.Extension -in '.props', '.targets' })"
set "IS_FRESH=%IS_FRESH%; if ($sources | Where-Object { $_.LastWriteTimeUtc -gt $built.LastWriteTimeUtc }) { exit 1 }"
powershell -NoProfile -Command "%IS_FRESH%" || (
    where dotnet >nul 2>nul || (
        >&2 echo Fout: dotnet ontbreekt. Installeer de .NET 10 SDK, https://dot.net, en probeer het opnieuw.
        exit /b 5
    )
    >&2 echo Het programma wordt gebouwd...
    if not exist "%ROOT%artifacts" mkdir "%ROOT%artifacts"
    type nul > "%STAMP%.new"
    rem Where the compiler for this machine cannot be had, the program compiles itself as it runs: it starts more slowly.
    dotnet build "%ROOT%src\RgkCalibrator.Cli" -t:Install -c Release -p:Precompile=true -v quiet --nologo > "%LOG%" 2>&1 || dotnet build "%ROOT%src\RgkCalibrator.Cli" -t:Install -c Release -v quiet --nologo > "%LOG%" 2>&1 || (
        >&2 type "%LOG%"
        >&2 echo Fout: het bouwen is niet gelukt; hierboven staat waarom.
        exit /b 5
    )
    move /y "%STAMP%.new" "%STAMP%" >nul
)
"%PROGRAM%" %*
exit /b %ERRORLEVEL%
