import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import { changed } from "../state/store.ts";
import { type Refusal, toRefusal } from "./refusal.ts";

/**
 * Data of the server. Views call `use` while they draw: cached data is there at once, stale data is read again. The
 * key is the address without `/api/`.
 */
export interface Resource<Data> {
	key: string;
	load(signal: AbortSignal, old: Data | undefined): Promise<Data>;
	/** Whether an event makes the data stale. */
	staleAfter?(event: LiveEvent): boolean;
}

export interface Snapshot<Data> {
	data: Data | undefined;
	refusal: Refusal | undefined;
	isLoading: boolean;
}

interface Entry<Data> {
	resource: Resource<Data>;
	snapshot: Snapshot<Data>;
	loadedAt: number;
	isStale: boolean;
	reading: { promise: Promise<void>; controller: AbortController } | null;
	/** Counts local changes, so that an older answer does not undo them. */
	version: number;
}

/** Data older than this is read again when the page shows it again. */
const freshMilliseconds = 30_000;
const entriesMax = 200;

const entries = new Map<string, Entry<unknown>>();
let used = new Set<string>();
let mounted = new Set<string>();

export function use<Data>(resource: Resource<Data>): Snapshot<Data> {
	const entry = entryOf(resource);
	const isNew = !mounted.has(resource.key) && !used.has(resource.key);
	used.add(resource.key);
	const isOld = isNew && Date.now() - entry.loadedAt > freshMilliseconds;
	if (!entry.reading && (entry.isStale || isOld)) void read(entry);
	return entry.snapshot;
}

/** Reads ahead what is missing or stale. Resolves when the data is there or was refused. */
export async function prefetch<Data>(resource: Resource<Data>): Promise<Data | undefined> {
	const entry = entryOf(resource);
	if (entry.isStale) await (entry.reading?.promise ?? read(entry));
	return entry.snapshot.data;
}

export function peek<Data>(resource: Resource<Data>): Data | undefined {
	return (entries.get(resource.key) as Entry<Data> | undefined)?.snapshot.data;
}

export async function refresh<Data>(resource: Resource<Data>): Promise<void> {
	const entry = entryOf(resource);
	entry.reading?.controller.abort();
	await read(entry);
}

/** Stores an answer, or a value that the page knows before the server answers. */
export function put<Data>(resource: Resource<Data>, data: Data): void {
	const entry = entryOf(resource);
	entry.version++;
	entry.isStale = false;
	entry.loadedAt = Date.now();
	entry.snapshot = { ...entry.snapshot, data, refusal: undefined };
	changed();
}

/** Shows a change before the server answers. Returns an undo, which does nothing after newer data. */
export function patch<Data>(resource: Resource<Data>, apply: (data: Data) => Data): () => void {
	const entry = entries.get(resource.key) as Entry<Data> | undefined;
	const before = entry?.snapshot.data;
	if (!entry || before === undefined) return () => undefined;
	put(resource, apply(before));
	const { version } = entry;
	return () => {
		if (entry.version === version) put(resource, before);
		else void refresh(resource);
	};
}

export function markStale(matches: (resource: Resource<unknown>) => boolean): void {
	for (const entry of entries.values()) if (matches(entry.resource)) entry.isStale = true;
	changed();
}

/** Called when another person signs in. */
export function forgetEverything(): void {
	for (const entry of entries.values()) entry.reading?.controller.abort();
	entries.clear();
	changed();
}

/** Called after each drawing: data that left the page is no longer read, and the oldest is dropped. */
export function endDrawing(): void {
	for (const key of mounted) {
		if (!used.has(key)) entries.get(key)?.reading?.controller.abort();
	}
	mounted = used;
	used = new Set();
	for (const key of entries.keys()) {
		if (entries.size <= entriesMax) break;
		if (!mounted.has(key)) entries.delete(key);
	}
}

function entryOf<Data>(resource: Resource<Data>): Entry<Data> {
	const known = entries.get(resource.key) as Entry<Data> | undefined;
	if (known) return known;
	const entry: Entry<Data> = {
		resource,
		snapshot: { data: undefined, refusal: undefined, isLoading: false },
		loadedAt: Number.POSITIVE_INFINITY,
		isStale: true,
		reading: null,
		version: 0,
	};
	entries.set(resource.key, entry as Entry<unknown>);
	return entry;
}

function read<Data>(entry: Entry<Data>): Promise<void> {
	const controller = new AbortController();
	const promise = readOnce(entry, controller);
	entry.reading = { promise, controller };
	return promise;
}

async function readOnce<Data>(entry: Entry<Data>, controller: AbortController): Promise<void> {
	const { version } = entry;
	entry.isStale = false;
	entry.snapshot = { ...entry.snapshot, isLoading: true };
	changed();
	const end = (snapshot: Partial<Snapshot<Data>>) => {
		if (entry.reading?.controller === controller) entry.reading = null;
		entry.snapshot = { ...entry.snapshot, isLoading: entry.reading !== null, ...snapshot };
		changed();
	};
	try {
		const data = await entry.resource.load(controller.signal, entry.snapshot.data);
		if (entry.version !== version) {
			entry.isStale = true;
			end({});
			return;
		}
		entry.loadedAt = Date.now();
		end({ data, refusal: undefined });
	} catch (error) {
		if (controller.signal.aborted) {
			entry.isStale = true;
			end({});
			return;
		}
		entry.loadedAt = Date.now();
		end({ refusal: toRefusal(error) });
	}
}

/** Readings that failed without a network are repeated once it is back. */
if (typeof window !== "undefined") {
	window.addEventListener("online", () =>
		markStale((resource) => entries.get(resource.key)?.snapshot.refusal?.code === "offline"),
	);
}
