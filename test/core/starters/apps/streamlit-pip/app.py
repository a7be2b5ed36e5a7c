import streamlit as st

st.title("Sales")
st.line_chart({"week": [3, 5, 4]})
