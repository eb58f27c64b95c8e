import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Outcome } from "../../../src/wrangler.ts";
import {
	accountId,
	type Databases,
	type FakeConfig,
	type FaultOf,
	LostAnswer,
	type World,
	write,
} from "./world.ts";

/** Answers as wrangler 4.156 was seen to; anything else is refused. */
export function answerWrangler(
	world: World,
	databases: Databases,
	faultOf: FaultOf,
	args: readonly string[],
): Outcome {
	world.commands.push(args.join(" "));
	try {
		return { exitCode: 0, stdout: carryOut(world, databases, faultOf, args), stderr: "" };
	} catch (error) {
		if (error instanceof LostAnswer) return failure("fetch failed");
		if (error instanceof Refused) return failure(error.message);
		throw error;
	}
}

function failure(message: string): Outcome {
	return { exitCode: 1, stdout: "", stderr: `\n✘ [ERROR] ${message}\n` };
}

class Refused extends Error {}

function carryOut(world: World, databases: Databases, faultOf: FaultOf, args: readonly string[]): string {
	const { words, flags } = parse(args);
	const command = words.slice(0, 3).join(" ");
	const [, , third = "", fourth = ""] = words;
	if (!world.isSignedIn) throw new Refused("You are not authenticated. Please run `wrangler login`.");
	const change = <Value>(carry: () => Value) => write(world, faultOf, words.join(" "), carry);

	if (command === "whoami")
		return JSON.stringify({ loggedIn: true, accounts: [{ id: accountId, name: "Acme" }] });
	if (command === "auth token") return JSON.stringify({ type: "oauth", token: "oauth-token" });
	if (command === `d1 create ${third}`) {
		if (world.databases.some(({ name }) => name === third))
			throw new Refused("A database with that name already exists [code: 7502]");
		const uuid = `00000000-0000-4000-8000-${String(world.databases.length).padStart(12, "0")}`;
		change(() => world.databases.push({ name: third, uuid, location: flags.location ?? "" }));
		return `✅ Successfully created DB '${third}'`;
	}
	if (command === `d1 delete ${third}`) {
		change(() => {
			world.databases = world.databases.filter(({ name }) => name !== third);
		});
		return `Deleted '${third}' successfully.`;
	}
	if (command === "d1 time-travel info")
		return JSON.stringify({ bookmark: "00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683" });
	if (command === "d1 migrations apply") {
		if (!("remote" in flags)) throw new Refused("It would migrate a local database.");
		return change(() => applyMigrations(world, databases, fourth, flags.config ?? ""));
	}
	if (command === "r2 bucket create") return makeOne(world.buckets, fourth, change);
	if (command === `queues create ${third}`) return makeOne(world.queues, third, change);
	if (command === "kv namespace create") {
		const titles = world.namespaces.map(({ title }) => title);
		if (titles.includes(fourth))
			throw new Refused("a namespace with this account ID and title already exists [code: 10014]");
		const id = String(titles.length).padStart(32, "a");
		change(() => world.namespaces.push({ id, title: fourth }));
		return `✨ Success!\n{ "binding": "${fourth}", "id": "${id}" }`;
	}
	if (command === "deploy") return change(() => deploy(world, flags));
	if (command === `delete ${words[1]}`) {
		change(() => {
			delete world.workers[words[1] ?? ""];
		});
		return `Successfully deleted ${words[1]}`;
	}
	if (command === `queues delete ${third}`) return removeOne(world.queues, third, change);
	if (command === "kv namespace delete") {
		change(() => {
			world.namespaces = world.namespaces.filter(({ id }) => id !== flags["namespace-id"]);
		});
		return "Deleted namespace";
	}
	if (command === "r2 bucket delete") {
		if (world.fullBuckets.includes(fourth))
			throw new Refused("The bucket you tried to delete is not empty. [code: 10008]");
		return removeOne(world.buckets, fourth, change);
	}
	if (command === "r2 bucket lifecycle") return "✨ Added lifecycle rule";
	throw new Refused(`Unknown arguments: ${args.join(" ")}`);
}

function parse(args: readonly string[]): { words: string[]; flags: Record<string, string | undefined> } {
	const words: string[] = [];
	const flags: Record<string, string | undefined> = {};
	const switches = ["json", "remote", "force", "skip-confirmation"];
	for (let index = 0; index < args.length; index++) {
		const arg = args[index] ?? "";
		if (!arg.startsWith("--")) words.push(arg);
		else if (switches.includes(arg.slice(2))) flags[arg.slice(2)] = "";
		else flags[arg.slice(2)] = args[++index];
	}
	return { words, flags };
}

type Change = <Value>(carry: () => Value) => Value;

function makeOne(there: string[], name: string, change: Change): string {
	if (there.includes(name)) throw new Refused(`${name} already exists [code: 10004]`);
	change(() => there.push(name));
	return `Created ${name}`;
}

function removeOne(there: string[], name: string, change: Change): string {
	change(() => there.splice(there.indexOf(name), 1));
	return `Deleted ${name}`;
}

function applyMigrations(world: World, databases: Databases, name: string, configFile: string): string {
	const config = JSON.parse(readFileSync(configFile, "utf8")) as {
		d1_databases: { database_id: string; database_name: string; migrations_dir: string }[];
	};
	const [bound] = config.d1_databases;
	const there = world.databases.find((one) => one.name === name && one.uuid === bound?.database_id);
	if (!there || !bound) throw new Refused(`Couldn't find a D1 DB with the name or binding '${name}'`);
	const database = databases.get(there.uuid);
	database.exec(
		"CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE)",
	);
	const applied = databases.rows(there.uuid, "SELECT name FROM d1_migrations").map((row) => row.name);
	for (const file of readdirSync(bound.migrations_dir).sort()) {
		if (!file.endsWith(".sql") || applied.includes(file)) continue;
		database.exec(readFileSync(join(bound.migrations_dir, file), "utf8"));
		database.prepare("INSERT INTO d1_migrations (name) VALUES (?)").run(file);
	}
	for (const trigger of world.lostTriggers) database.exec(`DROP TRIGGER ${trigger}`);
	return "✅";
}

function deploy(world: World, flags: Record<string, string | undefined>): string {
	const config = JSON.parse(readFileSync(flags.config ?? "", "utf8")) as FakeConfig;
	const secrets = JSON.parse(readFileSync(flags["secrets-file"] ?? "", "utf8")) as Record<string, string>;
	if (config.limits?.cpu_ms && !world.isPaid)
		throw new Refused("CPU limits are not supported for the Free plan. [code: 100328]");
	const before = world.workers[config.name];
	const present = { ...before?.secrets, ...secrets };
	for (const name of config.secrets?.required ?? []) {
		if (!present[name]) throw new Refused(`The Worker requires the secret ${name}.`);
	}
	expectAll(
		"Worker",
		config.services?.map(({ service }) => service),
		Object.keys(world.workers),
	);
	expectAll(
		"bucket",
		config.r2_buckets?.map(({ bucket_name }) => bucket_name),
		world.buckets,
	);
	expectAll(
		"database",
		config.d1_databases?.map(({ database_id }) => database_id),
		world.databases.map(({ uuid }) => uuid),
	);
	expectAll(
		"namespace",
		config.kv_namespaces?.map(({ id }) => id),
		world.namespaces.map(({ id }) => id),
	);
	expectAll(
		"Queue",
		config.queues?.producers?.map(({ queue }) => queue),
		world.queues,
	);
	expectAll(
		"Queue",
		config.queues?.consumers?.flatMap(({ queue, dead_letter_queue }) => [queue, dead_letter_queue ?? queue]),
		world.queues,
	);
	world.workers[config.name] = {
		tag: flags.tag ?? "",
		secrets: present,
		config,
		subdomain: { enabled: config.workers_dev, previews_enabled: config.preview_urls },
		deployments: (before?.deployments ?? 0) + 1,
	};
	return `Uploaded ${config.name}`;
}

function expectAll(what: string, wanted: readonly string[] = [], there: readonly string[]): void {
	const missing = wanted.find((one) => !there.includes(one));
	if (missing !== undefined) throw new Refused(`${what} "${missing}" does not exist. [code: 10143]`);
}
