import type { Repository } from './repository.ts';

const gunicorn = (target: string, port: number): string =>
  `gunicorn --bind 0.0.0.0:${port} --worker-tmp-dir /dev/shm --access-logfile - ${target}`;

/** Python applications in the layouts that are met most. */
export const pythonRepositories: readonly Repository[] = [
  {
    name: 'Flask with a factory behind wsgi.py',
    files: {
      'requirements.txt':
        'Flask==3.0.3\nFlask-SQLAlchemy==3.1.1\nFlask-Migrate==4.0.7\ngunicorn==23.0.0\npsycopg2-binary==2.9.9\n',
      'wsgi.py': 'from app import create_app\n\napp = create_app()\n\nif __name__ == "__main__":\n    app.run()\n',
      'config.py': 'import os\n\n\nclass Config:\n    SQLALCHEMY_DATABASE_URI = os.environ.get("DATABASE_URL")\n',
      'app/__init__.py':
        'from flask import Flask\n\n\ndef create_app(config="config.Config"):\n    app = Flask(__name__)\n    app.config.from_object(config)\n    return app\n',
      'app/models.py': 'class User:\n    pass\n',
      'migrations/env.py': 'import logging\n',
      Procfile: 'web: gunicorn wsgi:app\n',
      'tests/conftest.py': 'from app import create_app\napp = create_app("testing")\n',
    },
    expected: [`. | flask | pip | 5000 | ${gunicorn('wsgi:app', 5000)}`, '+ postgres required'],
  },
  {
    name: 'Flask whose Procfile names a target that no custom does',
    files: {
      'requirements.txt': 'flask\ngunicorn\n',
      Procfile: 'release: flask db upgrade\nweb: gunicorn --workers 2 "website.server:build(\'prod\')" --log-file -\n',
      'runtime.txt': 'python-3.12.4\n',
      'website/__init__.py': '',
      'website/server.py': 'import flask\n\n\ndef build(name):\n    site = flask.Flask(__name__)\n    return site\n',
    },
    expected: [`. | flask | pip | 5000 | ${gunicorn("website.server:build('prod')", 5000)}`],
  },
  {
    name: 'FastAPI in app/main.py with migrations and a cache',
    files: {
      'requirements.txt':
        'fastapi==0.115.0\nuvicorn[standard]==0.30.6\nsqlalchemy==2.0.35\nasyncpg==0.29.0\nalembic==1.13.2\nredis==5.0.8\n',
      'app/__init__.py': '',
      'app/main.py':
        'from fastapi import FastAPI\n\nfrom app.core.config import settings\n\napp = FastAPI(\n    title=settings.name,\n)\n',
      'app/core/config.py':
        'from pydantic_settings import BaseSettings\n\n\nclass Settings(BaseSettings):\n    name: str = "shop"\n    database_url: str\n    redis_url: str = "redis://localhost:6379/0"\n',
      'alembic/env.py': 'from alembic import context\n',
      'alembic.ini': '[alembic]\nscript_location = alembic\n',
    },
    expected: [
      '. | fastapi | pip | 8000 | uvicorn app.main:app --host 0.0.0.0 --port 8000',
      '+ postgres required',
      '+ redis required',
    ],
  },
  {
    name: 'FastAPI in a package below src, with uv, that starts itself on a port',
    files: {
      'pyproject.toml':
        '[project]\nname = "tide-tables"\nversion = "0.3.0"\nrequires-python = ">=3.12"\ndependencies = ["fastapi>=0.115", "uvicorn>=0.32", "httpx"]\n\n[project.scripts]\ntide-tables = "tide_tables.api:main"\n\n[project.optional-dependencies]\npostgres = ["asyncpg"]\n\n[dependency-groups]\ndev = ["pytest", "ruff", "fakeredis"]\n\n[build-system]\nrequires = ["uv_build>=0.9"]\nbuild-backend = "uv_build"\n',
      'uv.lock': 'version = 1\n',
      '.python-version': '3.13\n',
      'src/tide_tables/__init__.py': '',
      'src/tide_tables/api.py':
        'import os\n\nimport uvicorn\nfrom fastapi import FastAPI\n\napi = FastAPI()\n\n\ndef main() -> None:\n    uvicorn.run(api, host=os.getenv("HOST", "127.0.0.1"), port=8090)\n',
    },
    expected: [
      '. | fastapi | uv | 8090 | uvicorn tide_tables.api:api --host 0.0.0.0 --port 8090',
      '+ postgres optional',
    ],
  },
  {
    name: 'Django with split settings and requirements, and a Celery worker',
    files: {
      'requirements/base.txt': 'django==5.1.3\ndjango-environ==0.11.2\ncelery==5.4.0\nredis==5.2.0\n',
      'requirements/production.txt': '-r base.txt\n\ngunicorn==23.0.0\npsycopg[c]==3.2.3\n',
      'requirements/local.txt': '-r base.txt\nwerkzeug[watchdog]\nipdb\npsycopg[binary]\n',
      'manage.py':
        '#!/usr/bin/env python\nimport os\nimport sys\n\nif __name__ == "__main__":\n    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")\n',
      'config/__init__.py': 'from .celery_app import app as celery_app\n',
      'config/celery_app.py': 'from celery import Celery\n\napp = Celery("clinic")\n',
      'config/wsgi.py': 'application = get_wsgi_application()\n',
      'config/settings/base.py':
        'DATABASES = {"default": env.db("DATABASE_URL")}\nWSGI_APPLICATION = "config.wsgi.application"\nCELERY_BROKER_URL = env("REDIS_URL")\n',
      'config/settings/local.py': 'from .base import *\n',
      'config/settings/production.py': 'from .base import *\n',
      'clinic/__init__.py': '',
      'clinic/users/models.py': 'class User:\n    pass\n',
    },
    expected: [
      `. | django | pip | 8000 | ${gunicorn('config.wsgi:application', 8000)}`,
      '+ postgres required',
      '+ redis required',
    ],
  },
  {
    name: 'Django in a folder below its requirements',
    files: {
      'requirements.txt': 'Django>=4.2,<5\ngunicorn\nwhitenoise\n',
      'README.md': '# Polls\n',
      'mysite/manage.py': 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "mysite.settings")\n',
      'mysite/mysite/__init__.py': '',
      'mysite/mysite/settings.py':
        'WSGI_APPLICATION = "mysite.wsgi.application"\nDATABASES = {\n    "default": {\n        "ENGINE": "django.db.backends.sqlite3",\n        "NAME": BASE_DIR / "db.sqlite3",\n    }\n}\n',
      'mysite/mysite/wsgi.py': 'application = get_wsgi_application()\n',
      'mysite/polls/views.py': 'def index(request):\n    return None\n',
    },
    expected: [
      `. | django | pip | 8000 | ${gunicorn('mysite.wsgi:application', 8000).replace('gunicorn', 'gunicorn --chdir mysite')}`,
      '+ sqlite embedded',
    ],
  },
  {
    name: 'Streamlit with pages and a port of its own',
    files: {
      'requirements.txt': 'streamlit==1.40.0\npandas\naltair\nfastapi\n',
      'dashboard.py': 'import streamlit as st\n\nst.title("Sales")\n',
      'pages/1_Regions.py': 'import streamlit as st\n\nst.write("Regions")\n',
      '.streamlit/config.toml': '[theme]\nbase = "light"\n\n[server]\nport = 8600\n',
    },
    expected: [
      '. | streamlit | pip | 8600 | streamlit run dashboard.py --server.address=0.0.0.0 --server.port=8600 --server.headless=true --browser.gatherUsageStats=false',
    ],
  },
  {
    name: 'FastAPI with Poetry; the database driver is for tests only',
    files: {
      'pyproject.toml':
        '[tool.poetry]\nname = "signals"\nversion = "0.1.0"\ndescription = ""\npackages = [{ include = "signals" }]\n\n[tool.poetry.dependencies]\npython = "^3.11"\nfastapi = "^0.115"\nuvicorn = { extras = ["standard"], version = "^0.32" }\naiosqlite = "^0.20"\n\n[tool.poetry.group.dev.dependencies]\npytest = "^8"\npsycopg2-binary = "^2.9"\nfakeredis = "^2"\n\n[build-system]\nrequires = ["poetry-core"]\nbuild-backend = "poetry.core.masonry.api"\n',
      'poetry.lock': '# This file is automatically @generated by Poetry.\n',
      'signals/__init__.py': '',
      'signals/app.py':
        'from fastapi import FastAPI\n\n\ndef create_app() -> FastAPI:\n    app = FastAPI()\n    return app\n',
      'signals/db.py': 'URL = "sqlite+aiosqlite:///./signals.db"\n',
    },
    expected: [
      '. | fastapi | poetry | 8000 | uvicorn signals.app:create_app --host 0.0.0.0 --port 8000 --factory',
      '+ sqlite embedded',
    ],
  },
  {
    name: 'Flask with PDM and groups',
    files: {
      'pyproject.toml':
        '[project]\nname = "ferry"\nversion = "1.0"\nrequires-python = "==3.12.*"\ndependencies = ["flask>=3", "waitress>=3"]\n\n[tool.pdm]\ndistribution = false\n\n[tool.pdm.dev-dependencies]\ntest = ["redis", "pytest"]\n',
      'pdm.lock': '[metadata]\ngroups = ["default"]\n',
      'ferry/__init__.py': '',
      'ferry/web.py':
        'from flask import Flask\n\napp = Flask(__name__)\n\nif __name__ == "__main__":\n    app.run(debug=True, host="0.0.0.0", port=5055)\n',
    },
    expected: ['. | flask | pdm | 5055 | waitress-serve --listen=0.0.0.0:5055 ferry.web:app'],
  },
  {
    name: 'Django with Pipenv, the project named otherwise than its folder',
    files: {
      Pipfile:
        '[packages]\ndjango = "~=5.0"\npsycopg2 = "*"\ngunicorn = "*"\n\n[dev-packages]\nfakeredis = "*"\nredis = "*"\n\n[requires]\npython_version = "3.12"\n',
      'Pipfile.lock': '{}\n',
      'manage.py': 'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bakery.settings")\n',
      'bakery/__init__.py': '',
      'bakery/settings.py':
        'WSGI_APPLICATION = "bakery.wsgi.application"\nDATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "HOST": os.environ["DB_HOST"]}}\n',
      'bakery/wsgi.py': 'application = get_wsgi_application()\n',
      'orders/models.py': 'class Order:\n    pass\n',
    },
    expected: [`. | django | pipenv | 8000 | ${gunicorn('bakery.wsgi:application', 8000)}`, '+ postgres required'],
  },
  {
    name: 'Flask with hashed requirements and a gunicorn configuration',
    files: {
      'requirements.in': 'flask\ngunicorn\n',
      'requirements.txt':
        '#\n# This file is autogenerated by pip-compile with Python 3.12\n#\nblinker==1.8.2 \\\n    --hash=sha256:8f77b09d3bf7c795e969e9486f39c2c5e9c39d4ee07424be2bc594ece9642d83\n    # via flask\nflask==3.0.3 \\\n    --hash=sha256:ceb27b0af3823ea2737928a4d99d125a06175b8512c445cbd9a9ce200ef76842\n    # via -r requirements.in\ngunicorn==23.0.0 \\\n    --hash=sha256:f014447a0101dc57e294f6c18ca6b40227a4c90e9bdb586042628030cba004ec\n    # via -r requirements.in\n',
      'gunicorn.conf.py': 'bind = "0.0.0.0:8088"\nworkers = 3\n',
      'hello.py': 'from flask import Flask\n\nserver = Flask(__name__)\n',
    },
    expected: [`. | flask | pip | 8088 | ${gunicorn('hello:server', 8088)}`],
  },
  {
    name: 'Flask beside a Celery worker; the broker stands in the code',
    files: {
      'requirements.txt': 'flask==3.0.0\ncelery==5.4.0\n',
      'app.py':
        'from flask import Flask\n\napp = Flask(__name__)\n\nif __name__ == "__main__":\n    app.run(host=os.environ.get("HOST", "0.0.0.0"), port=int(os.environ.get("PORT", 5050)))\n',
      'tasks.py': 'from celery import Celery\n\ncelery = Celery("tasks", broker="redis://localhost:6379/0")\n',
    },
    expected: ['. | flask | pip | 5050 | flask --app app:app run --host 0.0.0.0 --port 5050', '+ redis required'],
  },
  {
    name: 'aiohttp server in a plain program',
    files: {
      'requirements.txt': 'aiohttp==3.10.0\naiopg==1.4.0\n',
      'server.py':
        'from aiohttp import web\n\napp = web.Application()\n\nif __name__ == "__main__":\n    web.run_app(app, host="0.0.0.0", port=8787)\n',
    },
    expected: ['. | python | pip | 8787 | python server.py', '+ postgres required'],
  },
  {
    name: 'Telegram bot in a package',
    files: {
      'requirements.txt': 'python-telegram-bot==21.6\n',
      'bot/__init__.py': '',
      'bot/__main__.py': 'from bot.app import main\n\nmain()\n',
      'bot/app.py': 'def main():\n    Application.builder().build().run_polling()\n',
    },
    expected: ['. | python | pip | - | python -m bot'],
  },
];
