import type { Exchange } from "../exchange.ts";
import { isTollFree } from "../numbers.ts";

export const REGISTRATIONS = ["approved", "unverified", "pending", "rejected", "suspended"] as const;
/** Whether carriers take texts from a number of the account. */
export type Registration = (typeof REGISTRATIONS)[number];

export function readRegistration(exchange: Exchange, number: string): Registration {
	const [row] = exchange.sql
		.exec<{ registration: Registration }>("SELECT registration FROM senders WHERE number = ?", number)
		.toArray();
	return row?.registration ?? "approved";
}

export function writeRegistration(exchange: Exchange, number: string, registration: Registration): void {
	exchange.sql.exec(
		"INSERT INTO senders (number, registration) VALUES (?1, ?2) ON CONFLICT (number) DO UPDATE SET registration = ?2",
		number,
		registration,
	);
}

/** The carriers' error for a number that may not text; null when it may. */
export function findRegistrationError(exchange: Exchange, number: string): number | null {
	const registration = readRegistration(exchange, number);
	if (registration === "approved") return null;
	if (isTollFree(number)) return 30032;
	if (registration === "suspended") return 30033;
	return registration === "pending" ? 30035 : 30034;
}
