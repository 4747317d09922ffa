const { run } = require("./checks.cjs");

run({
  main: require("sandbake"),
  node: require("sandbake/node"),
  grammar: require("sandbake/grammar"),
  datastore: require("sandbake/datastore"),
  vm: require("sandbake/vm"),
  replay: require("sandbake/replay"),
  testing: require("sandbake/testing"),
}).then(() => console.log("require: all fine"));
