module.exports = (text) => text.replace(/^ +/, '');
