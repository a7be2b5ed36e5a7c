FROM alpine:3.23
SHELL ["powershell", "-Command"]
RUN Write-Host "a'b
