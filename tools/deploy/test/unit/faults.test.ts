import { expect, it } from "vitest";
import { Stage } from "./fakes/run.ts";
import { newWorld, type World } from "./fakes/world.ts";

function endOf(stage: Stage) {
	const { databases, buckets, namespaces, queues, workers, numbers, flows } = stage.world;
	return {
		databases: databases.map(({ name, uuid }) => `${name} ${uuid}`),
		buckets: [...buckets].sort(),
		namespaces,
		queues: [...queues].sort(),
		workers: Object.entries(workers).map(([name, { tag, config, secrets }]) => [
			name,
			tag,
			config,
			Object.keys(secrets),
		]),
		numbers,
		flows,
		books: stage.rows("SELECT id, number, carrier_id, kind FROM phone_numbers"),
		codes: stage.rows("SELECT count(*) AS count FROM setup_codes"),
		migrations: stage.rows("SELECT name FROM d1_migrations"),
	};
}

async function writesOf(command: string, prepare: (stage: Stage) => Promise<void>): Promise<string[]> {
	const stage = new Stage();
	await prepare(stage);
	const before = stage.world.writes.length;
	await stage.run(...command.split(" "));
	return stage.world.writes.slice(before);
}

async function survive(index: number, fault: "before" | "after"): Promise<Stage> {
	const stage = new Stage();
	stage.faultOf = (_write, at) => (at === index ? fault : null);
	await stage.run("deploy").catch(() => undefined);
	const shown = stage.output;
	const authSecret = stage.world.workers["cloudpbx-admin"]?.secrets.AUTH_SECRET;
	stage.faultOf = () => null;
	await stage.run("deploy");
	stage.lines.unshift(shown);
	if (authSecret) expect(stage.world.workers["cloudpbx-admin"]?.secrets.AUTH_SECRET).toBe(authSecret);
	return stage;
}

it("ends the same whichever write of a deployment fails, before or after its effect", async () => {
	const clean = new Stage();
	await clean.run("deploy");
	const { writes } = clean.world;
	expect(writes.length).toBeGreaterThan(20);
	for (const [index, name] of writes.entries()) {
		for (const fault of ["before", "after"] as const) {
			const stage = await survive(index, fault);
			expect(endOf(stage), `${fault} ${name}`).toEqual(endOf(clean));
			const [code] = stage.rows("SELECT code_hash FROM setup_codes");
			expect(stage.installationFile(), `${fault} ${name}`).toContain(String(code?.code_hash));
			expect(stage.output, `${fault} ${name}`).toMatch(/set-up code [0-9a-f]{64}/);
			stage.end();
		}
	}
	console.log(`${writes.length} writes, each lost before and after its effect.`);
}, 120_000);

it("fails with the step's name and says that running again goes on", async () => {
	const stage = new Stage();
	stage.faultOf = (write) => (write === "d1 create cloudpbx" ? "after" : null);
	expect(await stage.fail("deploy")).toMatch(/^D1 database: .*run the same command again/s);
});

it("takes down everything of its own whichever write fails, and nothing else", async () => {
	const foreign: Partial<World> = { buckets: ["photos"], queues: ["orders"] };
	const destroy = "destroy --confirm cloudpbx --release-numbers";
	const prepare = (stage: Stage) => stage.run("deploy");
	const writes = await writesOf(destroy, prepare);
	expect(writes.length).toBeGreaterThan(18);
	for (const [index, name] of writes.entries()) {
		for (const fault of ["before", "after"] as const) {
			const stage = new Stage(foreign);
			await prepare(stage);
			const before = stage.world.writes.length;
			stage.faultOf = (_write, at) => (at === before + index ? fault : null);
			await stage.run(...destroy.split(" ")).catch(() => undefined);
			stage.faultOf = () => null;
			await stage.run(...destroy.split(" "));
			const { writes: _writes, commands: _commands, ...left } = stage.world;
			const { writes: _none, commands: _no, ...empty } = newWorld({ ...foreign, numbers: [] });
			expect(left, `${fault} ${name}`).toEqual(empty);
			stage.end();
		}
	}
}, 120_000);
