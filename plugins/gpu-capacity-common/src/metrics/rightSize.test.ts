import { migCardOf } from './migProfiles';
import { rightSize } from './rightSize';

const H100 = 'NVIDIA-H100-80GB-HBM3';
const FULL = { reporting: 336, held: 336 };
const use = {
  product: H100,
  memoryP99Bytes: 7e9,
  busyMax: 0.1,
  coverage: FULL,
  attributable: true,
};

describe('migCardOf', () => {
  // Names of the profiles and sizes of the cards as in the MIG user guide.
  it.each([
    ['NVIDIA-A30', 24, '1g.6gb', '4g.24gb'],
    ['NVIDIA-A100-SXM4-40GB', 40, '1g.5gb', '7g.40gb'],
    ['NVIDIA-A100-PCIE-40GB', 40, '1g.5gb', '7g.40gb'],
    ['NVIDIA-A100-SXM4-80GB', 80, '1g.10gb', '7g.80gb'],
    ['NVIDIA H100 80GB HBM3', 80, '1g.10gb', '7g.80gb'],
    ['NVIDIA-H200', 141, '1g.18gb', '7g.141gb'],
    ['NVIDIA-B200', 180, '1g.23gb', '7g.180gb'],
  ])('knows %s', (product, memoryGb, smallest, whole) => {
    const card = migCardOf(product);
    expect(card?.memoryGb).toBe(memoryGb);
    expect(card?.profiles[0].name).toBe(smallest);
    expect(card?.profiles.at(-1)).toEqual({
      name: whole,
      memoryShare: 1,
      computeShare: 1,
    });
  });

  it.each([
    'NVIDIA-L4',
    'NVIDIA-A10',
    'NVIDIA-GB200',
    'NVIDIA-H100-NVL',
    'MI300X',
  ])('does not know %s', product => {
    expect(migCardOf(product)).toBeUndefined();
  });
});

describe('rightSize', () => {
  // With a fifth to spare: 7 GB needs 8.4 of the 10 GB of an eighth; 9 GB needs 10.8, so two eighths; 0.2 busy needs
  // 0.24 of the processors, which one seventh (0.143) is not; 40 GB needs 48, which half of the card is not.
  it.each([
    [7e9, 0.1, '1g.10gb'],
    [9e9, 0.1, '1g.20gb'],
    [7e9, 0.2, '2g.20gb'],
    [30e9, 0.3, '3g.40gb'],
    [30e9, 0.4, '4g.40gb'],
  ])('holds %d bytes at %d busy in %s', (memoryP99Bytes, busyMax, profile) => {
    expect(rightSize({ ...use, memoryP99Bytes, busyMax })).toMatchObject({
      status: 'smaller',
      profile,
      mayBeSlower: false,
    });
  });

  // 7 GB needs 8.4 of 10; 25 GB needs 30 of 40. No part has nine tenths of the processors.
  it.each([
    [7e9, 0.9, '1g.10gb'],
    [25e9, 1, '3g.40gb'],
  ])(
    'holds %d bytes at %d busy in %s, though not as fast',
    (memoryP99Bytes, busyMax, profile) => {
      expect(rightSize({ ...use, memoryP99Bytes, busyMax })).toMatchObject({
        status: 'smaller',
        profile,
        mayBeSlower: true,
      });
    },
  );

  it.each([
    [40e9, 0.1],
    [79e9, 1],
  ])(
    'leaves %d bytes at %d busy on a whole card',
    (memoryP99Bytes, busyMax) => {
      expect(rightSize({ ...use, memoryP99Bytes, busyMax })).toEqual({
        status: 'fits',
      });
    },
  );

  it.each([
    ['only a part reports', { coverage: { reporting: 335, held: 336 } }],
    ['nothing is held', { coverage: { reporting: 0, held: 0 } }],
    ['the device is shared', { attributable: false }],
    ['the memory is not measured', { memoryP99Bytes: undefined }],
    ['the activity is not measured', { busyMax: undefined }],
    ['the product is not known', { product: undefined }],
    ['the product is not divisible', { product: 'NVIDIA-L4' }],
  ])('gives no hint if %s', (_, missing) => {
    expect(rightSize({ ...use, ...missing }).status).toBe('unknown');
  });
});
