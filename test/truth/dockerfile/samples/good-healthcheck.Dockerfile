FROM alpine:3.23
HEALTHCHECK --interval=1m30s --timeout=.5s --start-period=0s --retries=3 CMD curl -f http://localhost/ || exit 1
HEALTHCHECK NONE
