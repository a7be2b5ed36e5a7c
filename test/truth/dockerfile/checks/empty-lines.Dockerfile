FROM scratch
RUN a && \

    b && \
    # fine

    c
LABEL a=b \

  c=d
COPY --link \

  <<EOF /x

y
EOF
RUN z \

