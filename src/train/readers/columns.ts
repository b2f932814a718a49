// The recorded points of a file as columns of numbers, not as objects: an hour of running is 3,600 points, an archive has
// thousands of hours, and seven arrays of doubles are what both the readers and the measuring want. NaN is "not recorded".

const FIRST_ROOM = 1024;
/** 23 days at a point a second. Above it a file is not a run, and 56 bytes a point would fill the memory. */
export const MOST_POINTS = 2_000_000;

/** Points in the order of the file. Only `count` rows are filled. */
export class Columns {
  count = 0;
  /** Milliseconds since 1970-01-01T00:00Z. */
  time: Float64Array;
  /** Degrees. */
  latitude: Float64Array;
  longitude: Float64Array;
  altitudeMetres: Float64Array;
  /** As the device counted it, from wherever it began. */
  distanceMetres: Float64Array;
  /** Metres a second. */
  speed: Float64Array;
  /** Beats a minute. */
  heartRate: Float64Array;

  /** @param room points that are expected; more find room too */
  constructor(room: number = FIRST_ROOM) {
    const size = Math.min(Math.max(Math.ceil(room), FIRST_ROOM), MOST_POINTS);
    this.time = new Float64Array(size);
    this.latitude = new Float64Array(size);
    this.longitude = new Float64Array(size);
    this.altitudeMetres = new Float64Array(size);
    this.distanceMetres = new Float64Array(size);
    this.speed = new Float64Array(size);
    this.heartRate = new Float64Array(size);
  }

  /** Adds a point that nothing is known of yet; returns its row. */
  addRow(): number {
    if (this.count === this.time.length) this.#grow();
    const row = this.count++;
    this.time[row] = Number.NaN;
    this.latitude[row] = Number.NaN;
    this.longitude[row] = Number.NaN;
    this.altitudeMetres[row] = Number.NaN;
    this.distanceMetres[row] = Number.NaN;
    this.speed[row] = Number.NaN;
    this.heartRate[row] = Number.NaN;
    return row;
  }

  #grow(): void {
    const size = this.time.length * 2;
    this.time = grown(this.time, size);
    this.latitude = grown(this.latitude, size);
    this.longitude = grown(this.longitude, size);
    this.altitudeMetres = grown(this.altitudeMetres, size);
    this.distanceMetres = grown(this.distanceMetres, size);
    this.speed = grown(this.speed, size);
    this.heartRate = grown(this.heartRate, size);
  }
}

function grown(column: Float64Array, size: number): Float64Array {
  const larger = new Float64Array(size);
  larger.set(column);
  return larger;
}
