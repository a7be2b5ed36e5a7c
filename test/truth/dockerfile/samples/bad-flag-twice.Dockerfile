FROM alpine:3.23
COPY --chown=1 --chown=2 a b
