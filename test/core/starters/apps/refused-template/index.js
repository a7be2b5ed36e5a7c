console.log("{{ cookiecutter.title }}");
