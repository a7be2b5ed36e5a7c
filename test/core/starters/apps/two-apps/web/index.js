const express = require('express');

express().listen(5000);
