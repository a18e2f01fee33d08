// What the flight over the city says before its data are there.
const LOADING = "Loading the city …";
const FAILED = "The city could not be loaded.";
