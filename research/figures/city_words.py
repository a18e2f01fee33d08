"""What a reader of the flight over the city sees, in each language of the site."""

Words = dict[str, str]

# The script takes these from the data; what it says before it has them stands in its own file of words.
_SAID = {
    "en": {
        "play": "Play",
        "inView": "In view",
        "share": "{0} of the city",
        "onGpu": "On the GPU",
        "onEach": "On each of {0} GPUs",
        "ofAll": "{0} of {1} MB",
        "loaded": "Loaded since last view",
        "remote": "From other GPUs",
        "ofView": "{0} MB, {1} of view",
        "flight": "Loaded, whole flight",
        "flightRemote": "Fetched, whole flight",
        "clm": "CLM’s",
        "drawn": "random",
        "place": "by locality",
        "random": "random",
        "kept": "there already",
        "new": "to be loaded",
        "keptHere": "on its GPU",
        "newThere": "on another GPU",
        "view": "View {0}: {1} Gaussians, {2} of the city; ",
        "saidLoaded": "{0} MB are loaded.",
        "saidRemote": "{0} of them on other GPUs.",
        "camera": "Camera: drag or use the arrow keys to turn it, plus and minus to come nearer and go away",
    },
    "zh-CN": {
        "play": "播放",
        "inView": "视野内",
        "share": "占城市的 {0}",
        "onGpu": "GPU 上",
        "onEach": "{0} 块 GPU 各自",
        "ofAll": "{0} / {1} MB",
        "loaded": "相比上一视角新载入",
        "remote": "取自其他 GPU",
        "ofView": "{0} MB，占 {1}",
        "flight": "全程载入",
        "flightRemote": "全程取自其他 GPU",
        "clm": "CLM",
        "drawn": "随机",
        "place": "按位置",
        "random": "随机",
        "kept": "已经载入",
        "new": "有待载入",
        "keptHere": "在本 GPU 上",
        "newThere": "在其他 GPU 上",
        "view": "视角 {0}：{1} 个高斯，占城市的 {2}；",
        "saidLoaded": "载入 {0} MB。",
        "saidRemote": "其中 {0} 位于其他 GPU 上。",
        "camera": "相机：拖动或用方向键转动，按加号、减号拉近或拉远",
    },
}
_PRINTED = {
    "en": {
        "photo": "A city of {0} Gaussians",
        "photoShows": "Houses, streets and trees from above, a little blurred: each is made of soft ellipsoids.",
        "plan": "What the view touches",
        "planShows": "A plan of the city, on which the Gaussians in view stand out: {0} of all.",
        "column1": "View",
        "column2": "Gaussians in view",
        "column3": "Share of the city",
        "column4": "MB loaded, CLM’s order",
        "column5": "MB loaded, random order",
        "fly": "Fly over the city",
        "pause": "Pause",
        "next": "Next view",
        "stop": "View",
        "order": "Order",
        "gpus": "GPUs",
        "placement": "Placement",
    },
    "zh-CN": {
        "photo": "由 {0} 个高斯组成的城市",
        "photoShows": "俯瞰房屋、街道和树木，略显模糊：一切都由柔和的椭球组成。",
        "plan": "视角所触及的部分",
        "planShows": "城市平面图，突出显示视野内的高斯：占总数的 {0}。",
        "column1": "视角",
        "column2": "视野内的高斯",
        "column3": "占城市的比例",
        "column4": "载入 MB（CLM 顺序）",
        "column5": "载入 MB（随机顺序）",
        "fly": "飞越城市",
        "pause": "暂停",
        "next": "下一视角",
        "stop": "视角",
        "order": "顺序",
        "gpus": "GPU 数",
        "placement": "放置",
    },
}
OF_THE_SCRIPT = tuple(_SAID["en"])
WORDS: dict[str, Words] = {language: _SAID[language] | _PRINTED[language] for language in _SAID}
_SCRIPTS = {"en": "city_words", "zh-CN": "city_words_zh"}


def scripts(language: str) -> tuple[str, ...]:
    """Name the scripts beside this file that run the flight, in their order."""
    return (_SCRIPTS[language], "splats", "look", "city")
