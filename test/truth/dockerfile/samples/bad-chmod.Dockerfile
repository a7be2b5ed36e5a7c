FROM alpine:3.23
COPY --chmod=abc a b
