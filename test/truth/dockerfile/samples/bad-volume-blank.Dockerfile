FROM alpine:3.23
VOLUME ["", "a"]
