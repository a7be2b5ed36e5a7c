# escape=x
FROM alpine:3.23
