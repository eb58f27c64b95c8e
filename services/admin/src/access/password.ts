import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/** OWASP's scrypt setting with the least memory: 16 MiB a hash; a Worker has 128 MB. */
const cost = { logN: 14, r: 8, p: 5 };
const hashBytes = 32;

/** Format: `scrypt$logN$r$p$salt$hash`. The cost is stored with the hash, so it can be raised later. */
export async function hashPassword(password: string): Promise<string> {
	const salt = randomBytes(16);
	const hash = await derive(password, salt, cost);
	return ["scrypt", cost.logN, cost.r, cost.p, salt.toString("hex"), hash.toString("hex")].join("$");
}

export async function verifyPassword(password: string, stored: string): Promise<boolean> {
	const [name, logN, r, p, salt = "", hash = ""] = stored.split("$");
	if (name !== "scrypt") return false;
	const expected = Buffer.from(hash, "hex");
	if (expected.length !== hashBytes) return false;
	const setting = { logN: Number(logN), r: Number(r), p: Number(p) };
	return timingSafeEqual(await derive(password, Buffer.from(salt, "hex"), setting), expected);
}

function derive(password: string, salt: Buffer, setting: typeof cost): Promise<Buffer> {
	// NFKC makes different code points of one typed password equal (RFC 8265).
	const text = password.normalize("NFKC");
	const options = { N: 2 ** setting.logN, r: setting.r, p: setting.p, maxmem: 64 * 2 ** 20 };
	return new Promise((resolve, reject) => {
		scrypt(text, salt, hashBytes, options, (error, hash) => (error ? reject(error) : resolve(hash)));
	});
}
