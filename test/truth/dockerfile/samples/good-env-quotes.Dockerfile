FROM alpine:3.23
ENV A="b c" B='d e' C=f\ g D=
