FROM scratch
ENV A=${B:?needed}
