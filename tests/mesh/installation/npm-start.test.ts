import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "@cloudpbx/local/check-port";
import { describe, expect, it } from "vitest";
import { until } from "../set-up/phone-network.ts";
import { expectRefusal, isServing, place, start, startAndWait, useOwnPlace } from "./start-process.ts";

useOwnPlace();

/** Measured: 215 to 275 MB. */
const idleMegabytesMax = 300;

/** Memory of the process that has the state folder open; the Workers run in another process. */
function readMegabytes(folder: string): number {
	const pid = readFileSync(join(folder, "mesh.pid"), "utf8").trim();
	return Number(execFileSync("ps", ["-o", "rss=", "-p", pid], { encoding: "utf8" })) / 1024;
}

describe("npm start", () => {
	it("prints where everything is, and Ctrl-C stops all of it", async () => {
		const { child, output, ended } = await startAndWait();
		expect(output()).toContain(`http://localhost:${place.port}/simulator/`);
		expect(output()).toContain("+18005550100");
		expect(output()).toContain("101  Jane Smith  Sales    +14155550101");
		expect(await isServing()).toBe(true);
		await until("memory to be given back", async () => readMegabytes(place.folder) < idleMegabytesMax);
		child.kill("SIGINT");
		expect(await ended).toBe(0);
		expect(await isServing()).toBe(false);
		expect(readdirSync(place.folder)).not.toContain("mesh.pid");
	});

	it.each(["SIGINT", "SIGTERM", "SIGKILL"] as const)("stops when %s reaches npm alone", async (signal) => {
		const { child } = await startAndWait(["npm", "start"]);
		child.kill(signal);
		await until("the port to be free again", async () => !(await isServing()));
		await until("the state folder to be closed", async () => !readdirSync(place.folder).includes("mesh.pid"));
	});

	it("is healthy no sooner than its keys open the API", async () => {
		const key = "cpbx_of_this_very_test";
		start({ CLOUDPBX_API_KEY: key });
		await until("health", isServing);
		const calls = await fetch(`http://localhost:${place.port}/api/calls`, {
			headers: { authorization: `Bearer ${key}` },
		});
		expect(calls.status).toBe(200);
	});

	it("stops when its launcher is killed without a word", async () => {
		const { child } = await startAndWait();
		child.kill("SIGKILL");
		await until("the mesh to stop", async () => !(await isServing()));
	});
});

describe("npm start says in one sentence what is wrong and leaves", () => {
	it("when the port is busy", async () => {
		await startAndWait();
		await expectRefusal({ CLOUDPBX_DATA: join(place.folder, "other") }, `Port ${place.port} is in use`);
	});

	it("when another mesh has the folder", async () => {
		await startAndWait();
		await expectRefusal({ PORT: String(await freePort()) }, "CloudPBX already runs on");
	});

	it("when the port is no number", () => expectRefusal({ PORT: "eighty" }, "PORT must be a whole number"));

	it.each(["-1", "10001", "1.5"])("when the delay of the database is %s", (value) =>
		expectRefusal(
			{ CLOUDPBX_D1_DELAY_MS: value },
			`CLOUDPBX_D1_DELAY_MS must be a whole number from 0 to 10,000; it is "${value}".`,
		),
	);

	it("when the state folder is a file", async () => {
		const file = join(place.folder, "file");
		writeFileSync(file, "");
		await expectRefusal({ CLOUDPBX_DATA: file }, "is a file");
	});
});
