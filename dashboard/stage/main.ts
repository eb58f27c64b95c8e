// The first style sheet decides the order of the layers, as in the product.
import "../src/style/index.css";
import { type Scene, stageNow } from "./scene.ts";
import { stageServer } from "./server.ts";

const files = import.meta.glob<{ scenes: Scene[] }>("./scenes/**/*.ts");
const query = new URLSearchParams(location.search);
const scenes = await loadScenes(query.get("file"));
const wanted = query.get("scene");
const scene = scenes.find(({ name }) => name === wanted);

if (scene) await play(scene);
else listScenes();

/** One file's scenes, or all: a single scene need not load hundreds. */
async function loadScenes(only: string | null): Promise<(Scene & { file: string })[]> {
	const wanted = Object.entries(files).filter(([file]) => only === null || file === only);
	const loaded = await Promise.all(wanted.map(async ([file, load]) => ({ file, ...(await load()) })));
	return loaded.flatMap(({ file, scenes }) => scenes.map((scene) => ({ ...scene, file })));
}

async function play(scene: Scene): Promise<void> {
	freezeTime();
	localStorage.clear();
	stageServer(scene, query.has("hostile"));
	history.replaceState(null, "", scene.path);
	await import("../src/main.ts");
	if (scene.view) {
		const { showInsteadOfPage } = await import("./show-instead-of-page.ts");
		showInsteadOfPage(scene.view);
	}
	await untilStill();
	if (scene.act) {
		await scene.act();
		await untilStill();
	}
	document.documentElement.dataset.ready = scene.name;
}

async function untilStill(): Promise<void> {
	let before = "";
	for (let still = 0; still < 2; ) {
		await new Promise((resolve) => setTimeout(resolve, 30));
		const now = document.body.innerHTML;
		still = now === before ? still + 1 : 0;
		before = now;
	}
}

function freezeTime(): void {
	const RealDate = Date;
	Date.now = () => stageNow;
	window.Date = new Proxy(RealDate, {
		construct: (target, args: []) => (args.length === 0 ? new target(stageNow) : new target(...args)),
	});
}

function listScenes(): void {
	const root = document.getElementById("app");
	root?.append(
		...scenes.map(({ name }) => {
			const link = document.createElement("a");
			link.href = `?scene=${name}`;
			link.textContent = name;
			const line = document.createElement("p");
			line.append(link);
			return line;
		}),
	);
	document.documentElement.dataset.scenes = JSON.stringify(
		scenes.map(({ name, path, file }) => ({ name, path, file })),
	);
}
