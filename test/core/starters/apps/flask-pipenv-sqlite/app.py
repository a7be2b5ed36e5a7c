import sqlite3

from flask import Flask

app = Flask(__name__)


@app.route("/")
def notes():
    with sqlite3.connect("/data/notes.db") as db:
        return str(db.execute("select 1").fetchone())


if __name__ == "__main__":
    app.run(port=5005)
