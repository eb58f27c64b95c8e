import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { trimEndSlashes } from "@cloudpbx/domain/trim-end-slashes";
import { getDataFolder } from "@cloudpbx/local/repository-root";
import { InputError } from "./input-error.ts";

export interface Installation {
	url: string;
	/** For `GET /api/diagnosis`; null: none. */
	apiKey: string | null;
	isLocal: boolean;
	dataFolder: string | null;
}

/** Finds address and key. The local mesh's key opens nothing unless `ENVIRONMENT` is `local`. */
export function getInstallation(
	url: string | null,
	environment: Record<string, string | undefined>,
): Installation {
	const { CLOUDPBX_API_KEY: givenKey, PORT: givenPort } = environment;
	if (url !== null) {
		if (!givenKey)
			throw new InputError(
				"Set CLOUDPBX_API_KEY to a key with every scope; an owner makes one under Settings, API Keys.",
			);
		return { url: trimEndSlashes(url), apiKey: givenKey, isLocal: false, dataFolder: null };
	}
	const dataFolder = resolve(getDataFolder(environment));
	const port = readPort(givenPort);
	// Written by a running mesh; the other file always exists.
	const running = readFields(join(dataFolder, "mesh.json"));
	const secrets = readFields(join(dataFolder, "secrets.json"));
	return {
		url: port === null ? (running.url ?? "http://localhost:8787") : `http://localhost:${port}`,
		apiKey: givenKey || (running.apiKey ?? secrets.apiKey ?? null),
		isLocal: true,
		dataFolder,
	};
}

function readPort(text: string | undefined): number | null {
	if (!text) return null;
	const port = Number(text);
	if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
	throw new InputError(`PORT must be a whole number from 1 to 65535; it is "${text}".`);
}

function readFields(file: string): Record<string, string | undefined> {
	try {
		const fields: unknown = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
		const texts = Object.entries(fields as object).filter(([, value]) => typeof value === "string");
		return Object.fromEntries(texts) as Record<string, string>;
	} catch {
		throw new InputError(`${file} is damaged: restore it, or remove the state folder to begin anew.`);
	}
}
