@"%~dp0gongkai.exe" serve %*
@if errorlevel 1 pause
