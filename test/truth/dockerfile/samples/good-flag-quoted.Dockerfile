FROM alpine:3.23
COPY --chown="1:1" a b
