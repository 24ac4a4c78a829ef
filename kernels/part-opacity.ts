/** Three channels of four pixels side by side, then their opacities. */
const colourBytes: v128 = i8x16(0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 3, 7, 11, 15);

/** Parts RGBA into colours (room for four bytes more) and opacities (room for three more); whether all are opaque. */
export function partOpacity(at: usize, count: i32, colours: usize, opacities: usize): bool {
  let least = i32x4.splat(-1);
  let done = 0;
  for (; done + 4 <= count; done += 4, at += 16, colours += 12, opacities += 4) {
    const parted = i8x16.swizzle(v128.load(at), colourBytes);
    v128.store(colours, parted);
    v128.store32_lane(opacities, parted, 3);
    least = v128.and(least, parted);
  }
  let opacity = <u32>i32x4.extract_lane(least, 3);
  for (; done < count; done += 1, at += 4, colours += 3, opacities += 1) {
    store<u8>(colours, load<u8>(at));
    store<u8>(colours, load<u8>(at, 1), 1);
    store<u8>(colours, load<u8>(at, 2), 2);
    store<u8>(opacities, load<u8>(at, 3));
    opacity &= 0xffffff00 | (<u32>load<u8>(at, 3));
  }
  return opacity == 0xffffffff;
}
