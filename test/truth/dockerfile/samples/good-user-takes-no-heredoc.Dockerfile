FROM alpine:3.23
USER <<EOF
