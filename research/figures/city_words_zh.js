// What the flight over the city says before its data are there, in Chinese.
const LOADING = "正在载入城市……";
const FAILED = "城市未能载入。";
