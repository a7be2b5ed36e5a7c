FROM alpine:3.23
RUN <<EOF
abc
EOF 
RUN true
