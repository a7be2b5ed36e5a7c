FROM alpine:3.23 AS build
FROM Build
