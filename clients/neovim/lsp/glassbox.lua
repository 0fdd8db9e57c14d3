return require('glassbox').config
