FROM alpine:3.23
RUN 3<<EOF cat
FOO bar
EOF
RUN true
