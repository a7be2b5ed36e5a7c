FROM alpine:3.23
RUN --mount=type=cache,target=/c,sharing=locked,id=x --mount=type=secret,id=t,env=T,required --mount=type=ssh --mount=type=tmpfs,target=/t,size=10m --mount=type=bind,src=a,dst=/b,rw --network=none true
