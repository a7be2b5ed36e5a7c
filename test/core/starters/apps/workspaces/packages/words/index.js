module.exports = ['ahoy', 'mate'];
