FROM alpine:3.23
RUN <<EOF
FOO bar
EOF
RUN true
