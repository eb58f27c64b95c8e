import type { CarrierAccount } from "@cloudpbx/twilio/fetch-recording";
import type { Answers } from "./answers.ts";
import type { Cloudflare } from "./cloudflare.ts";
import type { Console } from "./console.ts";
import type { Memory } from "./installation-file.ts";
import type { Wrangler } from "./wrangler.ts";

/** What every step works with. */
export interface Deployment {
	answers: Answers;
	twilio: CarrierAccount;
	wrangler: Wrangler;
	cloudflare: Cloudflare;
	memory: Memory;
	/** Generated configurations; git ignores it. */
	folder: string;
	console: Console;
	/** Builds the dashboard, which is deployed with `admin`. */
	build(): Promise<void>;
	/** One word for the contents of folders: another word, other contents. */
	hashFolders(folders: readonly string[]): string;
	/** Asks at the keyboard; without one, what the flags say. */
	mayRepoint(words: string): Promise<boolean>;
	/** 128 random bits or more, as text for a link. */
	makeSecret(): string;
	sleep(milliseconds: number): Promise<void>;
	/** What earlier steps found out for later ones. */
	facts: Partial<Facts>;
	/** Said when everything is done. */
	closing: string[];
}

export interface Facts {
	accountId: string;
	/** Where Twilio calls `voice` and `messaging`, and where the dashboard is. */
	addresses: { voice: string; messaging: string; admin: string };
	/** The zone of the company's own domain; null on workers.dev. */
	zoneName: string | null;
	databaseId: string;
	/** By binding. */
	namespaceIds: Record<string, string>;
	/** What takes calls when `voice` does not answer. */
	fallbackUrl: string;
}

/** A fact that an earlier step has found out. */
export function known<Name extends keyof Facts>({ facts }: Deployment, name: Name): Facts[Name] {
	const value = facts[name];
	if (value === undefined) throw new Error(`No step before this one finds out ${name}.`);
	return value as Facts[Name];
}

export function accountPath(deployment: Deployment): string {
	return `/accounts/${known(deployment, "accountId")}`;
}

export function databasePath(deployment: Deployment): string {
	return `${accountPath(deployment)}/d1/database/${known(deployment, "databaseId")}`;
}
