@echo off
rem Thin: finds the SDK, builds when a source changed since the last build, then runs YbPay.Cli. "test" builds the tests too.
setlocal
set "root=%~dp0"
set "program=%root%src\YbPay.Cli\bin\Release\net10.0\ybpay.dll"
set "what=src\YbPay.Cli"
set "stamp=%root%src\YbPay.Cli\obj\ybpay.stamp"
set "folders='src'"
if /i "%~1"=="test" (
  set "what=YbPay.slnx"
  set "stamp=%root%src\YbPay.Cli\obj\ybpay.tests.stamp"
  set "folders='src','test'"
)
set DOTNET_NOLOGO=1
set DOTNET_CLI_TELEMETRY_OPTOUT=1

set "dotnet=dotnet"
where dotnet >nul 2>nul || set "dotnet=%ProgramFiles%\dotnet\dotnet.exe"
"%dotnet%" --version >nul 2>nul
if errorlevel 1 (
  echo ybpay needs the .NET 10 SDK, and no 'dotnet' was found. 1>&2
  exit /b 127
)

if not exist "%program%" goto build
if not exist "%stamp%" goto build
powershell -NoProfile -Command "Set-Location '%root%'; $t=(Get-Item '%stamp%').LastWriteTimeUtc; $f=@(Get-ChildItem %folders% -Recurse -File)+@(Get-Item Directory.*.props,global.json,YbPay.slnx); if ($f | Where-Object { $_.FullName -notmatch '\\(bin|obj|TestResults)\\' -and $_.LastWriteTimeUtc -gt $t } | Select-Object -First 1) { exit 1 }"
if errorlevel 1 goto build
goto run

:build
echo ybpay: building (%what%) ... 1>&2
if not exist "%root%src\YbPay.Cli\obj" mkdir "%root%src\YbPay.Cli\obj"
type nul > "%stamp%.next"
"%dotnet%" build "%root%%what%" -c Release --nologo -v quiet -nodeReuse:false > "%root%src\YbPay.Cli\obj\ybpay.build.log" 2>&1
if errorlevel 1 (
  type "%root%src\YbPay.Cli\obj\ybpay.build.log" 1>&2
  echo ybpay: the build failed; what it said stands above. 1>&2
  exit /b 1
)
move /y "%stamp%.next" "%stamp%" >nul

:run
"%dotnet%" "%program%" %*
exit /b %errorlevel%
