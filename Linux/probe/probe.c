// SPDX-License-Identifier: GPL-2.0
/*
 * The device by which a testbed in userspace makes a kernel do what documentation speaks of: /dev/specgen-probe.
 * Made for a machine that is booted for tests and thrown away; whoever can open it can make the kernel misbehave.
 */
#include <linux/dma-mapping.h>
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/uaccess.h>

#include "world.h"

struct platform_device *specgen_device;

static long behave(struct world *world, struct specgen_step *step)
{
	struct behaviour *behaviour;

	if (step->arg[0] >= SPECGEN_CALLBACKS)
		return -EINVAL;
	behaviour = &world->behaviours[step->arg[0]];
	spin_lock(&world->lock);
	switch (step->step) {
	case SPECGEN_RETURN:
		behaviour->status = clamp_t(s64, step->arg[1], -MAX_ERRNO, MAX_ERRNO);
		behaviour->times = step->arg[2];
		break;
	case SPECGEN_SLEEP:
		behaviour->sleeps = step->arg[1];
		break;
	case SPECGEN_OVERLAPS:
		step->arg[0] = behaviour->overlaps;
		break;
	}
	spin_unlock(&world->lock);
	return 0;
}

static long do_step(struct world *world, struct specgen_step *step)
{
	switch (step->step) {
	case SPECGEN_HELLO:
		step->arg[0] = SPECGEN_PROBE_VERSION;
		step->arg[1] = BIT(SPECGEN_LOCK_RESERVATION) | (HAS_BUFFER_LOCK ? BIT(SPECGEN_LOCK_BUFFER) : 0);
		return 0;
	case SPECGEN_RETURN:
	case SPECGEN_SLEEP:
	case SPECGEN_OVERLAPS:
		return behave(world, step);
	case SPECGEN_WHO:
		return world_who(world, step->arg[0]);
	case SPECGEN_RECORDS:
		return world_records(world, u64_to_user_ptr(step->arg[0]), step->arg[1], &step->arg[0]);
	case SPECGEN_SPEND:
		WRITE_ONCE(world->spent, step->arg[0]);
		return 0;
	default:
		return importer_step(world, step);
	}
}

static long probe_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	void __user *place = (void __user *)argument;
	struct specgen_step step;
	long failed;

	if (command != SPECGEN_PROBE_STEP)
		return -ENOTTY;
	if (copy_from_user(&step, place, sizeof(step)))
		return -EFAULT;
	step.status = 0;
	failed = do_step(file->private_data, &step);
	if (failed)
		return failed;
	return copy_to_user(place, &step, sizeof(step)) ? -EFAULT : 0;
}

static int probe_open(struct inode *inode, struct file *file)
{
	struct world *world = world_new();

	if (!world)
		return -ENOMEM;
	file->private_data = world;
	return 0;
}

static int probe_release(struct inode *inode, struct file *file)
{
	importer_leave(file->private_data);
	world_put(file->private_data);
	return 0;
}

static int probe_mmap(struct file *file, struct vm_area_struct *vma)
{
	return importer_mmap(file->private_data, vma);
}

static const struct file_operations operations = {
	.owner = THIS_MODULE,
	.open = probe_open,
	.release = probe_release,
	.unlocked_ioctl = probe_ioctl,
	.mmap = probe_mmap,
};

static struct miscdevice probe = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "specgen-probe",
	.fops = &operations,
	.mode = 0600,
};

static int __init probe_init(void)
{
	int status;

	specgen_device = platform_device_register_simple("specgen-device", -1, NULL, 0);
	if (IS_ERR(specgen_device))
		return PTR_ERR(specgen_device);
	status = dma_coerce_mask_and_coherent(&specgen_device->dev, DMA_BIT_MASK(64));
	if (!status)
		status = misc_register(&probe);
	if (status)
		platform_device_unregister(specgen_device);
	return status;
}

static void __exit probe_exit(void)
{
	misc_deregister(&probe);
	platform_device_unregister(specgen_device);
}

module_init(probe_init);
module_exit(probe_exit);

MODULE_DESCRIPTION("Carries out the steps of tests that specgen generates");
MODULE_LICENSE("GPL");
IMPORT_DMA_BUF;
