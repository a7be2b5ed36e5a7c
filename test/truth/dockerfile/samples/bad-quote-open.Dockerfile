FROM alpine:3.23
WORKDIR "/a
