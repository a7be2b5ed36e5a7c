FROM alpine:3.23
COPY --chown=1:1 --chmod=u+x,go-w --link --exclude=*.md a b /c/
ADD --keep-git-dir=true --unpack=false a /b
