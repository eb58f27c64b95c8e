import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Databases, type World } from "./world.ts";

const folder = process.env.FAKE_WORLD ?? "";

export function openDatabases(): Databases {
	mkdirSync(folder, { recursive: true });
	return new Databases((uuid) => join(folder, `${uuid}.sqlite`));
}

export function readWorld(): World {
	return JSON.parse(readFileSync(join(folder, "world.json"), "utf8")) as World;
}

export function writeWorld(world: World): void {
	writeFileSync(join(folder, "world.json"), JSON.stringify(world));
}
