import { isTollFree } from "./numbers.ts";

interface Place {
	city: string;
	state: string;
	zip: string;
	country: string;
}

export const areaCodes: Readonly<Record<string, readonly [city: string, state: string, zip: string]>> = {
	"201": ["Jersey City", "NJ", "07302"],
	"202": ["Washington", "DC", "20001"],
	"206": ["Seattle", "WA", "98101"],
	"210": ["San Antonio", "TX", "78205"],
	"212": ["New York", "NY", "10001"],
	"213": ["Los Angeles", "CA", "90012"],
	"214": ["Dallas", "TX", "75201"],
	"215": ["Philadelphia", "PA", "19103"],
	"303": ["Denver", "CO", "80202"],
	"305": ["Miami", "FL", "33131"],
	"312": ["Chicago", "IL", "60601"],
	"313": ["Detroit", "MI", "48226"],
	"314": ["St. Louis", "MO", "63101"],
	"404": ["Atlanta", "GA", "30303"],
	"408": ["San Jose", "CA", "95113"],
	"415": ["San Francisco", "CA", "94105"],
	"480": ["Scottsdale", "AZ", "85251"],
	"503": ["Portland", "OR", "97204"],
	"504": ["New Orleans", "LA", "70112"],
	"510": ["Oakland", "CA", "94607"],
	"512": ["Austin", "TX", "78701"],
	"602": ["Phoenix", "AZ", "85004"],
	"612": ["Minneapolis", "MN", "55401"],
	"614": ["Columbus", "OH", "43215"],
	"615": ["Nashville", "TN", "37201"],
	"617": ["Boston", "MA", "02108"],
	"619": ["San Diego", "CA", "92101"],
	"628": ["San Francisco", "CA", "94105"],
	"646": ["New York", "NY", "10001"],
	"650": ["Palo Alto", "CA", "94301"],
	"702": ["Las Vegas", "NV", "89101"],
	"713": ["Houston", "TX", "77002"],
	"718": ["Brooklyn", "NY", "11201"],
	"801": ["Salt Lake City", "UT", "84101"],
	"802": ["Burlington", "VT", "05401"],
	"808": ["Honolulu", "HI", "96813"],
	"816": ["Kansas City", "MO", "64106"],
	"907": ["Anchorage", "AK", "99501"],
	"919": ["Raleigh", "NC", "27601"],
};

const nowhere: Place = { city: "", state: "", zip: "", country: "" };

export function placeOf(address: string): Place {
	if (!/^\+1[2-9]\d{9}$/.test(address)) return nowhere;
	const [city, state, zip] = (!isTollFree(address) && areaCodes[address.slice(2, 5)]) || ["", "", ""];
	return { city, state, zip, country: "US" };
}
