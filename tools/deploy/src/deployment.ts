import type { CarrierAccount } from "@cloudpbx/twilio/fetch-recording";
import type { Answers } from "./answers.ts";
import type { Cloudflare } from "./cloudflare.ts";
import type { Console } from "./console.ts";
import type { Memory } from "./installation-file.ts";
import type { Wrangler } from "./wrangler.ts";

export interface Deployment {
	answers: Answers;
	twilio: CarrierAccount;
	wrangler: Wrangler;
	cloudflare: Cloudflare;
	memory: Memory;
	folder: string;
	console: Console;
	/** Builds the dashboard, which is deployed with `admin`. */
	build(): Promise<void>;
	hashFolders(folders: readonly string[]): string;
	/** Asks at the keyboard; without one, the flags decide. */
	mayRepoint(words: string): Promise<boolean>;
	/** At least 128 random bits, as text for a link. */
	makeSecret(): string;
	sleep(milliseconds: number): Promise<void>;
	/** Results of earlier steps. */
	facts: Partial<Facts>;
	closing: string[];
}

export interface Facts {
	accountId: string;
	/** Twilio calls `voice` and `messaging`; `admin` has the dashboard. */
	addresses: { voice: string; messaging: string; admin: string };
	zoneName: string | null;
	databaseId: string;
	/** By binding. */
	namespaceIds: Record<string, string>;
	fallbackUrl: string;
}

export function getFact<Name extends keyof Facts>({ facts }: Deployment, name: Name): Facts[Name] {
	const value = facts[name];
	if (value === undefined) throw new Error(`No step before this one finds out ${name}.`);
	return value as Facts[Name];
}

export function accountPath(deployment: Deployment): string {
	return `/accounts/${getFact(deployment, "accountId")}`;
}

export function databasePath(deployment: Deployment): string {
	return `${accountPath(deployment)}/d1/database/${getFact(deployment, "databaseId")}`;
}
