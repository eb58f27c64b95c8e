import { DatabaseSync } from "node:sqlite";

/** State of Cloudflare and Twilio; plain data, which fits into a file. */
export interface World {
	isSignedIn: boolean;
	isPaid: boolean;
	hasR2: boolean;
	subdomain: string | null;
	zones: string[];
	databases: { name: string; uuid: string; location: string }[];
	buckets: string[];
	fullBuckets: string[];
	namespaces: { id: string; title: string }[];
	queues: string[];
	workers: Record<string, FakeWorker>;
	isTrial: boolean;
	numbers: FakeNumber[];
	flows: { sid: string; friendly_name: string; definition: unknown }[];
	verificationStatus: string | null;
	services: {
		sid: string;
		friendly_name: string;
		use_inbound_webhook_on_number: boolean;
		numbers: string[];
	}[];
	unknownFor: number;
	gate: "access" | "accessOfDashboard" | "bots" | null;
	writes: string[];
	commands: string[];
	/** Triggers that get lost on their way into a database. */
	lostTriggers: string[];
}

export interface FakeWorker {
	tag: string;
	secrets: Record<string, string>;
	config: FakeConfig;
	subdomain: { enabled: boolean; previews_enabled: boolean };
	deployments: number;
}

export interface FakeConfig {
	name: string;
	vars: Record<string, string>;
	workers_dev: boolean;
	preview_urls: boolean;
	routes?: { pattern: string; custom_domain?: boolean }[];
	services?: { service: string }[];
	d1_databases?: { database_id: string }[];
	r2_buckets?: { bucket_name: string }[];
	kv_namespaces?: { id: string }[];
	queues?: { producers?: { queue: string }[]; consumers?: { queue: string; dead_letter_queue?: string }[] };
	secrets?: { required?: string[] };
	limits?: { cpu_ms?: number };
}

export interface FakeNumber {
	sid: string;
	phone_number: string;
	friendly_name: string;
	voice_url: string;
	voice_fallback_url: string;
	status_callback: string;
	sms_url: string;
}

export const accountId = "0123456789abcdef0123456789abcdef";
export const accountSid = `AC${"1".repeat(32)}`;
export const authToken = "f".repeat(32);
export const mainNumber = "+18005550100";

export function newWorld(changes: Partial<World> = {}): World {
	return {
		isSignedIn: true,
		isPaid: true,
		hasR2: true,
		subdomain: "acme",
		zones: ["acme.co"],
		databases: [],
		buckets: [],
		fullBuckets: [],
		namespaces: [],
		queues: [],
		workers: {},
		isTrial: false,
		numbers: [newNumber(mainNumber)],
		flows: [],
		verificationStatus: null,
		services: [],
		unknownFor: 0,
		gate: null,
		writes: [],
		commands: [],
		lostTriggers: [],
		...changes,
	};
}

export function newNumber(phone_number: string, changes: Partial<FakeNumber> = {}): FakeNumber {
	return {
		sid: `PN${phone_number.slice(1).padStart(32, "0")}`,
		phone_number,
		friendly_name: phone_number,
		voice_url: "",
		voice_fallback_url: "",
		status_callback: "",
		sms_url: "",
		...changes,
	};
}

export class Databases {
	readonly #open = new Map<string, DatabaseSync>();
	readonly #fileOf: (uuid: string) => string;

	constructor(fileOf: (uuid: string) => string = () => ":memory:") {
		this.#fileOf = fileOf;
	}

	get(uuid: string): DatabaseSync {
		const database = this.#open.get(uuid) ?? new DatabaseSync(this.#fileOf(uuid));
		this.#open.set(uuid, database);
		return database;
	}

	rows(uuid: string, sql: string, params: (string | number)[] = []): Record<string, unknown>[] {
		return this.get(uuid)
			.prepare(sql)
			.all(...params)
			.map((row) => ({ ...row }));
	}

	close(): void {
		for (const database of this.#open.values()) database.close();
		this.#open.clear();
	}
}

/** `after`: the write was carried out, and the answer is lost. */
export type Fault = "before" | "after" | null;
export type FaultOf = (write: string, index: number) => Fault;

export class LostAnswer extends Error {
	override name = "LostAnswer";
}

/** Records a change, and lets it fail where the test says so. */
export function write<Value>(world: World, faultOf: FaultOf, name: string, carryOut: () => Value): Value {
	const fault = faultOf(name, world.writes.length);
	world.writes.push(name);
	if (fault === "before") throw new LostAnswer(name);
	const value = carryOut();
	if (fault === "after") throw new LostAnswer(name);
	return value;
}
