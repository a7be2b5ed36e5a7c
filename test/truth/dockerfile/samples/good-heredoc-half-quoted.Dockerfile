FROM alpine:3.23
RUN cat <<E'O'F
FOO bar
EOF
RUN true
